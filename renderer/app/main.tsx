import { client } from '../api/client.ts'
import { router } from './routes.tsx'
import { startPage } from './start-page.tsx'

await startPage({ router, noteUnsaved: (count) => client.workspace.noteUnsaved({ count }), gatherFor: 120 })
