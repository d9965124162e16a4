import { startPage } from '../start-page.tsx'
import { router } from './routes.tsx'

// A room full of phones changes something all the time, and each asking over the network is one of those that are limited.
await startPage({ router, noteUnsaved: async () => {}, gatherFor: 500 })
