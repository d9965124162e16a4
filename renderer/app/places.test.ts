import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCommands, type Command } from './commands/command.ts'
import { places } from './places.ts'
import { railEntries } from './rail-entries.ts'

const here = import.meta.dirname
const common = JSON.parse(readFileSync(join(here, '../../resources/locales/vi/common.json'), 'utf8')) as {
  readonly rail: Readonly<Record<string, string>>
  readonly railWords: Readonly<Record<string, string>>
  readonly commands: { readonly session: Readonly<Record<string, string>>; readonly [name: string]: unknown }
  readonly sessionWords: Readonly<Record<string, string>>
  readonly commandWords: Readonly<Record<string, string>>
  readonly place: Readonly<Record<string, { readonly title: string; readonly words: string }>>
}

/** What Ctrl+K offers anywhere, by the path that it leads to. */
const offered: readonly Command[] = [
  ...railEntries.map(({ name, to }) => ({
    id: to,
    title: common.rail[name] ?? '',
    keywords: common.railWords[name],
  })),
  ...places.map(({ name, to }) => ({
    id: to,
    title: common.place[name]?.title ?? '',
    keywords: common.place[name]?.words,
  })),
  ...Object.entries(common.commands.session).map(([name, title]) => ({
    id: `session.${name}`,
    title,
    keywords: common.sessionWords[name],
  })),
  { id: 'scheme.dark', title: String(common.commands['dark']), keywords: common.commandWords['scheme'] },
  { id: 'help.open', title: 'Hướng dẫn', keywords: common.commandWords['help'] },
].map((command) => ({ ...command, group: 'go', run: () => {} }))

const pathsOf = (source: string) => [...source.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path)

describe('Ctrl+K', () => {
  it('leads to every screen that needs nothing chosen before', () => {
    const files = [
      join(here, 'routes.tsx'),
      ...readdirSync(join(here, 'routes')).map((name) => join(here, 'routes', name)),
    ]
    const paths = files
      .filter((file) => !file.endsWith('session-routes.ts'))
      .flatMap((file) => pathsOf(readFileSync(file, 'utf8')))
      .filter((path) => !path.includes('$') && !['/projector', '/deadlines/lacking'].includes(path))
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => offered.every(({ id }) => id !== path))).toEqual([])
  })

  it.each([
    ['logo', '/inspections'],
    ['kiem tra logo', '/inspections'],
    ['cam ket', '/inspections/commitments'],
    ['thu hoi', '/certificates/withdrawals'],
    ['so quoc gia', '/certificates'],
    ['het han', '/certificates'],
    ['nhan danh sach', '/products/import'],
    ['ho so', '/registrations'],
    ['phieu lay y kien', '/opinions'],
    ['nhan goi', '/packages/open'],
    ['thu moi', '/certificates'],
    ['danh muc dang ky', '/certificates'],
    ['lap van ban', '/certificates'],
    ['cong van', '/papers'],
    ['khoa so', '/years'],
    ['mo nam', '/new-year'],
    ['sao luu', '/backups'],
    ['mau 01', '/registrations'],
    ['thoi han', '/deadlines'],
    ['xa moi', '/communes'],
    ['hoan tac', 'session.scoring'],
    ['in phieu', 'session.documents'],
    ['xuat excel', 'session.documents'],
    ['doi giao dien', 'scheme.dark'],
    ['phong to', '/settings'],
    ['khoa phien', 'session.closing'],
    ['mo lai phien', 'session.closing'],
    ['mo lai phieu', 'session.scoring'],
    ['mo lai', 'session.closing'],
    ['doc phieu giay', 'session.paper'],
    ['doi chieu phieu giay', 'session.paper'],
    ['quet phieu', 'session.paper'],
    ['cong bo', 'session.results'],
    ['thu ky', '/settings'],
    ['lich su', '/audit'],
    ['tro giup', 'help.open'],
  ])('finds by “%s” what the field calls so', (words, path) => {
    const found = findCommands(offered, words).map(({ thing }) => thing.id)
    expect(found).toContain(path)
  })
})
