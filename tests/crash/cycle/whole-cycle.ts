import type { Act, Stage } from '../act.ts'
import { keepAndRestore } from './backups.ts'
import { saveWhatIsReadable } from './damaged-file.ts'
import { issueDocuments } from './documents.ts'
import { openOtherFiles } from './other-files.ts'
import { namePeople } from './people.ts'
import { prepareSession } from './prepare.ts'
import { holdRoom } from './room.ts'
import { scoreSession } from './score.ts'

/** Every kind of act that writes a file, in an order in which a council's year could have them. */
export async function* wholeCycle(stage: Stage): AsyncGenerator<Act, void> {
  yield* prepareSession(stage)
  yield* holdRoom(stage)
  yield* scoreSession(stage)
  yield* issueDocuments(stage)
  yield* keepAndRestore(stage)
  yield* namePeople(stage)
  yield* openOtherFiles(stage)
  yield* saveWhatIsReadable(stage)
}
