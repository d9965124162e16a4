import { test } from './fixtures.ts'

/**
 * Short tests of one screen on one start of the application, which is most of what such a test costs. Each brings its own
 * ballots, rows or fields, and is looked at whatever became of those before it.
 *
 * @throws what the one that failed threw, or an error that holds what each threw
 */
export async function independentSteps(steps: Readonly<Record<string, () => Promise<void>>>): Promise<void> {
  const failed: { readonly title: string; readonly error: unknown }[] = []
  for (const [title, run] of Object.entries(steps)) {
    await test.step(title, run).catch((error: unknown) => failed.push({ title, error }))
  }
  const [first, ...others] = failed
  if (first === undefined) return
  if (others.length === 0) throw first.error
  const told = failed.map(({ title, error }) => `${title}\n${error instanceof Error ? error.message : String(error)}`)
  throw new Error(told.join('\n\n'), { cause: first.error })
}
