import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditFeatures } from './command-titles.ts'

const root = join(import.meta.dirname, '../../..')
const handlers = join(root, 'electron/app')
const commands = readdirSync(handlers, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [...readFileSync(join(handlers, name), 'utf8').matchAll(/\b(?:name|command): '(\w+)\.(\w+)'/g)])
  .map(([, feature = '', verb = '']) => ({ feature, verb }))

const { command: titles } = JSON.parse(readFileSync(join(root, 'resources/locales/vi/audit.json'), 'utf8')) as {
  readonly command: Readonly<Record<string, Readonly<Record<string, string>>>>
}

describe('the audit', () => {
  it('finds the commands of the application', () => {
    expect(commands.length).toBeGreaterThan(30)
  })

  it.each(commands)('has a sentence for $feature.$verb, and its kind', ({ feature, verb }) => {
    expect(titles[feature]?.[verb]).toBeDefined()
    expect(auditFeatures).toContain(feature)
  })
})
