import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommuneRow } from '../../../shared/api/communes.ts'
import { twoLevelsFrom } from '../../../shared/domain/communes/commune-list.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { focusAtOnce } from '../../components/fields/focus-at-once.ts'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'
import { useOwnPlace } from '../../components/own-place.ts'
import classes from './CommunesPage.module.css'

type Props = {
  /** Null for a new one. */
  readonly commune: CommuneRow | null
  readonly onClose: () => void
}

/** Which commune an old one became, from which day on, with the code of the new one. */
export function CommuneDialog({ commune, onClose }: Props) {
  const { t } = useTranslation('communes')
  return (
    <Dialog title={t(commune === null ? 'form.new' : 'form.change')} size="lg" onClose={onClose}>
      <CommuneForm commune={commune} onClose={onClose} />
    </Dialog>
  )
}

function CommuneForm({ commune, onClose }: Props) {
  const { t } = useTranslation('communes')
  const office = useOwnPlace()
  const { texts, text } = useTexts({
    oldCommune: commune?.oldCommune ?? '',
    oldDistrict: commune?.oldDistrict ?? office.district,
    oldProvince: commune?.oldProvince ?? office.province,
    newCommune: commune?.newCommune ?? '',
    newProvince: commune?.newProvince ?? office.province,
    code: commune?.code ?? '',
  })
  const [fromDay, setFromDay] = useState<string | null>(commune?.fromDay ?? twoLevelsFrom)
  const save = useMutation(orpc.communes.save.mutationOptions())
  const remove = useMutation(orpc.communes.remove.mutationOptions())
  const isReady = texts.oldCommune.trim() !== '' && texts.newCommune.trim() !== '' && fromDay !== null && fromDay !== ''
  const submit = (): void => {
    if (!isReady || save.isPending) return
    const fields = { ...texts, fromDay }
    save.mutate(commune === null ? { fields } : { id: commune.id, fields }, { onSuccess: onClose })
  }
  const field = (name: keyof typeof texts) => ({ label: t(`field.${name}`), maxLength: 300, ...text(name) })
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <fieldset className={classes.group}>
          <legend>{t('form.old')}</legend>
          <div className={classes.pair}>
            <TextInput {...field('oldCommune')} required withAsterisk={false} ref={focusAtOnce} data-autofocus />
            <TextInput {...field('oldDistrict')} />
            <TextInput {...field('oldProvince')} />
          </div>
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('form.now')}</legend>
          <div className={classes.pair}>
            <TextInput {...field('newCommune')} required withAsterisk={false} />
            <TextInput {...field('newProvince')} />
            <TextInput {...field('code')} description={t('field.codeNote')} inputMode="numeric" maxLength={5} />
            <DateInput
              label={t('field.fromDay')}
              description={t('field.fromNote')}
              required
              withAsterisk={false}
              date={commune?.fromDay ?? twoLevelsFrom}
              onDate={setFromDay}
            />
          </div>
        </fieldset>
        <ErrorNote error={save.error} />
        <DialogFoot>
          {commune !== null && (
            <DeedButton
              label={t('remove.action')}
              title={t('remove.title', { name: commune.oldCommune })}
              isDanger
              deed={remove}
              inputOf={() => ({ id: commune.id })}
              onDone={onClose}
            >
              {t('remove.text')}
            </DeedButton>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {t('form.save')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}
