import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { tellUndoable } from '../../components/notice-store.ts'

/** Answers the open questions with no in one deed, which the notice takes back. */
export function useRestNo() {
  const { t } = useTranslation('meeting')
  return useMutation(
    orpc.sessions.answerNoKnockouts.mutationOptions({
      onSuccess: (done) => {
        if (done !== null) tellUndoable({ text: t('knockouts.restDone'), undo: done.undo })
      },
    }),
  )
}
