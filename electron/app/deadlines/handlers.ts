import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { DeadlineLetter } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  deleteDeadlineLetter,
  insertDeadlineLetter,
  listDeadlineLetters,
  updateDeadlineLetter,
} from '../../db/queries/deadlines.ts'
import { openDb, requireFound } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { readDeadlineYear, readLacking } from './read-deadlines.ts'
import { requireSoundLetter } from './require-sound-letter.ts'

export function deadlinesHandlers(app: AppContext) {
  return {
    list: procedures.deadlines.list.handler(({ input }) => readDeadlineYear(app, openDb(app), input.year)),
    lacking: procedures.deadlines.lacking.handler(({ input }) => readLacking(app, openDb(app), input)),

    ...commandsAt(app, 'deadlines').inside({
      saveLetter: (db, { input: { id, fields }, now }) => {
        requireSoundLetter(fields, vietnamDay(now))
        if (id === undefined) {
          const added = insertDeadlineLetter(db, fields)
          return { result: { id: added }, audit: { subject: `letter:${added}`, detail: { to: fields } } }
        }
        const { id: _id, ...from } = letterOf(db, id)
        updateDeadlineLetter(db, { ...fields, id })
        return { result: { id }, audit: { subject: `letter:${id}`, detail: { from, to: fields } } }
      },

      removeLetter: (db, { input: { id } }) => {
        const { id: _id, ...from } = letterOf(db, id)
        deleteDeadlineLetter(db, id)
        return { result: undefined, audit: { subject: `letter:${id}`, detail: { from } } }
      },
    }),
  }
}

function letterOf(db: ReadDb, id: number): DeadlineLetter {
  return requireFound(listDeadlineLetters(db).find((letter) => letter.id === id))
}
