import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Council, CouncilFields } from '../../../shared/api/councils.ts'
import type { Patch } from '../../../shared/domain/lay-patch.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { RegulationFields } from '../../components/regulation/RegulationFields.tsx'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedText } from '../../components/fields/SavedFields.tsx'
import { Section } from '../../components/Section.tsx'
import { CouncilFacts } from './CouncilFacts.tsx'
import classes from './CouncilPage.module.css'
import { MemberTable } from './MemberTable.tsx'

/** Who sits on the council and by which regulations it works. Every field saves itself. */
export function CouncilPage() {
  const { t } = useTranslation('councils')
  const { councilId } = useParams({ from: '/frame/councils/$councilId' })
  const { data: council, error } = useQuery(orpc.councils.get.queryOptions({ input: { id: councilId } }))
  return (
    <Page
      title={t('one.title')}
      facts={
        <>
          {council?.name ?? ' '} · <Link to="/councils">{t('one.all')}</Link>
        </>
      }
    >
      <ErrorNote error={error} />
      {council !== undefined && <CouncilParts council={council} />}
    </Page>
  )
}

function CouncilParts({ council }: { council: Council }) {
  const { t } = useTranslation('councils')
  const isReadOnly = useIsReadOnly()
  const save = useMutation(orpc.councils.save.mutationOptions({ scope: { id: `council-${council.id}` } }))
  const fields = fieldsOf(council)
  const patch = (change: Patch<CouncilFields>) => save.mutateAsync({ id: council.id, fields: change })
  const [today] = useState(() => vietnamDay(new Date()))
  const standing = council.members.filter((member) => isMemberOn(member, today))
  return (
    <>
      {council.continued !== null && (
        <p role="note" className={classes.note}>
          {t('one.continued', { year: council.continued.year })}{' '}
          <Link to="/councils/$councilId" params={{ councilId: council.continued.id }}>
            {t('one.toContinued')}
          </Link>
        </p>
      )}
      <Section title={t('members.title', { count: standing.length })}>
        <MemberTable council={council} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t('facts.title')}>
        <CouncilFacts fields={fields} patch={patch} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t('regulation.title')} note={t('regulation.note')}>
        <div className={classes.regulationNumber}>
          <SavedText
            label={t('field.regulationNumber')}
            {...savedFields({ fields, patch, isReadOnly })('regulationNumber')}
          />
        </div>
        <RegulationFields
          regulation={fields.regulation}
          memberCount={standing.length}
          patch={(change) => patch({ regulation: change })}
          isReadOnly={isReadOnly}
        />
      </Section>
    </>
  )
}

const fieldsOf = ({
  id: _id,
  members: _members,
  sessionCount: _sessions,
  begun: _begun,
  continued: _continued,
  ...fields
}: Council): CouncilFields => fields
