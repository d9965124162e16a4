import { installed, workFolder } from './helpers/places.ts'
import { personHome } from './helpers/person.ts'
import { runSampleSession, sessionFault } from './helpers/run-session.ts'

// As the person: batch mode of the installed program writes every document of both samples.

const program = { command: installed().program, args: [] }
for (const sample of ['district-2024', 'province-2026'] as const) {
  const fault = sessionFault(await runSampleSession({ program, sample, folder: workFolder(personHome()) }))
  if (fault !== null) throw new Error(`${sample}: ${fault}`)
  console.log(`${sample}: 17 documents`)
}
