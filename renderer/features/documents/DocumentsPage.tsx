import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DocumentKind, DocumentListing } from '../../../shared/api/documents.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { UnprintableInSession } from '../../components/papers/UnprintableTexts.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { Unrecognised } from '../../components/Unrecognised.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ProvinceList } from './ProvinceList.tsx'
import { SaveButton } from './SaveButton.tsx'
import classes from './DocumentsPage.module.css'
import { DocumentPreview } from './DocumentPreview.tsx'
import { DocumentTools } from './DocumentTools.tsx'
import { NumberNote } from './NumberNote.tsx'

const route = getRouteApi('/frame/sessions/$sessionId/documents')

/** Which documents the session has, as they will be printed. */
export function DocumentsPage() {
  const { t } = useTranslation('documents')
  const { sessionId } = route.useParams()
  const { kind } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: listings, error } = useQuery(orpc.documents.list.queryOptions({ input: { sessionId } }))
  const { data: record } = useQuery(orpc.results.session.queryOptions({ input: { sessionId } }))
  const shown =
    listings?.find((listing) => listing.kind === kind && isShowable(listing)) ??
    listings?.find(({ unavailable }) => unavailable === null)
  const isCramped = useMediaQuery('(max-width: 75em), (max-height: 40em)', undefined, {
    getInitialValueInEffect: false,
  })
  const show = (shownKind: DocumentKind): void => void navigate({ search: { kind: shownKind }, replace: true })
  return (
    <SessionFrame sessionId={sessionId} title={t('title')} isWide>
      {(session) => (
        <>
          <ErrorNote error={error} />
          <UnprintableInSession sessionId={sessionId} />
          {record !== undefined && <Unrecognised record={record} />}
          <DocumentTools
            sessionId={sessionId}
            choice={isCramped ? <DocumentSelect listings={listings ?? []} shown={shown} onShow={show} /> : null}
          >
            {shown !== undefined && <NumberNote key={shown.kind} sessionId={sessionId} listing={shown} />}
          </DocumentTools>
          <div className={classes.columns} data-cramped={isCramped || undefined}>
            <div className={classes.list}>
              {!isCramped && (
                <ul aria-label={t('list')} data-testid="documents">
                  {listings?.map((listing) => (
                    <li key={listing.kind}>
                      <DocumentLine listing={listing} isShown={listing === shown} onShow={() => show(listing.kind)} />
                    </li>
                  ))}
                </ul>
              )}
              {listings?.some(({ kind: each, unavailable }) => each === 'referral-list' && unavailable === null) && (
                <ProvinceList sessionId={sessionId} level={session.level} />
              )}
            </div>
            {shown !== undefined &&
              (shown.formats.includes('pdf') ? (
                <DocumentPreview key={shown.kind} sessionId={sessionId} listing={shown} />
              ) : (
                <WithoutPages sessionId={sessionId} listing={shown} />
              ))}
          </div>
        </>
      )}
    </SessionFrame>
  )
}

type DocumentSelectProps = {
  listings: readonly DocumentListing[]
  shown: DocumentListing | undefined
  onShow: (kind: DocumentKind) => void
}

/** The same list where the window has no room for it beside a page that can be read. */
function DocumentSelect({ listings, shown, onShow }: DocumentSelectProps) {
  const { t } = useTranslation('documents')
  return (
    <NativeSelect
      className={classes.select}
      aria-label={t('list')}
      value={shown?.kind ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = listings.find(({ kind }) => kind === currentTarget.value)
        if (chosen !== undefined) onShow(chosen.kind)
      }}
      data={listings.map((listing) => {
        const { kind, state, entry } = listing
        const mark = isShowable(listing) ? (entry?.code ?? t(`state.${state}`)) : '–'
        return { value: kind, label: `${t(`kind.${kind}`)} (${mark})`, disabled: !isShowable(listing) }
      })}
    />
  )
}

type DocumentLineProps = {
  listing: DocumentListing
  isShown: boolean
  onShow: () => void
}

/** What was issued stays on show, with its number, also where the session has nothing more for it. */
const isShowable = ({ unavailable, entry }: DocumentListing): boolean => unavailable === null || entry !== null

function DocumentLine({ listing, isShown, onShow }: DocumentLineProps) {
  const { t } = useTranslation('documents')
  const { kind, state, unavailable, entry } = listing
  return (
    <button
      type="button"
      className={classes.item}
      aria-current={isShown ? 'true' : undefined}
      disabled={!isShowable(listing)}
      onClick={onShow}
      data-kind={kind}
    >
      <span className={classes.name}>{t(`kind.${kind}`)}</span>
      {unavailable === null || entry !== null ? (
        <StateMark tone={entry?.staleSince != null ? 'attention' : state === 'final' ? 'good' : 'plain'}>
          {entry === null ? t(`state.${state}`) : entry.code}
        </StateMark>
      ) : null}
      {unavailable !== null && <span className={classes.why}>{t(`unavailable.${unavailable}`)}</span>}
    </button>
  )
}

/** A document that is a workbook alone has no pages to show. */
function WithoutPages({ sessionId, listing }: { sessionId: number; listing: DocumentListing }) {
  const { t } = useTranslation('documents')
  return (
    <div className={classes.wait}>
      <div>
        <p>{t('withoutPages')}</p>
        {listing.formats.map((format) => (
          <SaveButton key={format} sessionId={sessionId} listing={listing} format={format} />
        ))}
      </div>
    </div>
  )
}
