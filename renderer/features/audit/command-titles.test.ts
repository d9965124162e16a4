import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditFeatures } from './command-titles.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'shared/api/audit-details')
const details = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')
const commands = [...details.matchAll(/^  '(\w+(?:\.\w+)+)':/gm)].map(([, command = '']) => command)

const locale = JSON.parse(readFileSync(join(root, 'resources/locales/vi/audit.json'), 'utf8')) as Texts
type Texts = { readonly [name: string]: string | Texts }

const textAt = (path: string): string | Texts | undefined =>
  path
    .split('.')
    .reduce<string | Texts | undefined>(
      (texts, name) => (typeof texts === 'object' ? texts[name] : undefined),
      locale['command'],
    )

describe('the audit', () => {
  it('offers each kind once', () => {
    expect(new Set(auditFeatures).size).toBe(auditFeatures.length)
  })

  it('finds the commands of the application', () => {
    expect(commands.length).toBeGreaterThan(50)
  })

  it.each(commands)('has a sentence for %s, and its kind', (command) => {
    expect(textAt(command)).toEqual(expect.any(String))
    expect(auditFeatures).toContain(command.split('.')[0])
  })
})
