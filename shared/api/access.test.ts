import { describe, expect, it } from 'vitest'
import type { ProcedurePath } from './access/rule.ts'
import { isLeavingFile, isOpenWhileLocked, may, rolesOf } from './access.ts'
import { contract } from './contract.ts'

const paths = (tree: object, path: readonly string[] = []): readonly ProcedurePath[] =>
  '~orpc' in tree
    ? [path.join('.') as ProcedurePath]
    : Object.entries(tree).flatMap(([name, inner]) => paths(inner as object, [...path, name]))

const all = paths(contract)

/** What changes the record, by the words that its procedures are named with. */
const isWriting = (path: string) =>
  /\.(save|set|remove|order|create|update|add|answer|open|close|reopen|choose|confirm|finish|settle|waive|reveal|conclude|enter|renew|void|reset|accept|import|switch|shut|approve)/.test(
    path,
  ) && !/^(workspace|files|backups)\./.test(path)

describe('what a role may ask for', () => {
  it('is said of every procedure of the contract', () => {
    expect(all.length).toBeGreaterThan(100)
    for (const path of all) expect(rolesOf(path), path).toContain('secretary')
  })

  it('is everything where the file names nobody', () => {
    for (const path of all) expect(may(null, path), path).toBe(true)
  })

  it('lets a checker key the second check and change nothing else', () => {
    const writes = all.filter((path) => isWriting(path) && may('checker', path))
    expect(writes).toEqual([
      'people.setPassword',
      'verifications.choose',
      'verifications.finish',
      'verifications.settle',
    ])
  })

  it('lets the chair approve, hide what others scored, and change nothing else', () => {
    const writes = all.filter((path) => isWriting(path) && may('chair', path))
    expect(writes).toEqual(['people.setPassword', 'sessions.approve', 'reference.setSight'])
  })

  it('knows the ways out of a file, and has none of them open behind the lock', () => {
    expect(all.filter((path) => isLeavingFile(path) && isOpenWhileLocked(path))).toEqual([])
    expect(all.filter(isLeavingFile).toSorted()).toEqual([
      'backups.openEncrypted',
      'workspace.adopt',
      'workspace.close',
      'workspace.create',
      'workspace.open',
      'workspace.openSample',
    ])
  })

  it.each(['checker', 'chair'] as const)('lets a %s see everything of the record', (role) => {
    for (const path of all.filter((one) =>
      /\.(list|get|session|board|ofItem|projector|missing|render|export|exportNationalList|workbook|blank)$/.test(one),
    )) {
      expect(may(role, path), path).toBe(true)
    }
  })
})
