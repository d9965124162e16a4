import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListNote } from '../../../shared/api/province-list.ts'
import { Dialog } from '../../components/Dialog.tsx'
import classes from './ProvinceList.module.css'

type ProvinceNotesProps = {
  notes: readonly ListNote[]
  onSave: () => void
  onBack: () => void
}

/** What filling the province's workbook changed besides, or may mislead in, before it is saved. */
export function ProvinceNotes({ notes, onSave, onBack }: ProvinceNotesProps) {
  const { t } = useTranslation('province')
  const placesOf = ({ places, count }: ListNote): string => {
    const more = count - places.length
    return more === 0 ? places.join(', ') : t('fill.andMore', { places: places.join(', '), count: more })
  }
  return (
    <Dialog title={t('fill.notesTitle')} size="lg" onClose={onBack}>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note.kind}>{t(`fill.note.${note.kind}`, { places: placesOf(note) })}</li>
        ))}
      </ul>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onBack}>
          {t('fill.back')}
        </Button>
        <Button onClick={onSave} data-autofocus>
          {t('fill.saveNow')}
        </Button>
      </Group>
    </Dialog>
  )
}
