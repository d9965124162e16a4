import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { WorkspaceListing } from '../../../shared/api/workspace.ts'
import { withoutHidden } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { writeWholeFile } from '../../backups/whole-file.ts'
import type { AppContext } from '../../context.ts'
import { isConflictedName } from '../../db/copies.ts'
import type { FoundFile } from '../../db/peek.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import type { AppWork } from '../../work/app-work.ts'
import type { SeenFile } from '../../work/jobs.ts'
import { workspaceEnding } from '../../workspace-path.ts'
import { isKeptName } from './keep-what-is-gone.ts'
import { ownerPrefix } from './owner-file.ts'

/** A path's opaque name in the contract. */
export function workspaceIdOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

/** How long places are waited for, in milliseconds, once the worker has begun. */
const patience = 4000

/**
 * The files that were opened lately and those in the data folder, newest first. What is no file of ours is left out; a
 * place that does not answer in time is named, and holds up others only once.
 */
export async function listWorkspaces(app: AppContext): Promise<readonly WorkspaceListing[]> {
  const slow = slowOf.get(app) ?? new Set()
  slowOf.set(app, slow)
  const known = knownPaths(app.host.dataFolder)
  const paths = [...known.filter((path) => !slow.has(path)), ...known.filter((path) => slow.has(path))]
  const { seen, copies } = await lookAt(app, paths)
  const missed = paths.find((path) => !seen.has(path))
  if (missed !== undefined) slow.add(missed)
  return paths
    .flatMap((path) => listingOf(path, seen.get(path), copies.get(path)))
    .toSorted((a, b) => b.modifiedAt.localeCompare(a.modifiedAt))
}

/** Paths that were waited for in vain. */
const slowOf = new WeakMap<AppContext, Set<string>>()

/** What stands at each path, as far as its place answers in time, and what is which state of one record. */
export async function lookAt(app: AppContext, paths: readonly string[]): Promise<Looked> {
  const seen = new Map<string, FoundFile>()
  const copies = new Map<string, Copy>()
  // Of a first start: no thread is started for nothing.
  if (paths.length === 0) return { seen, copies }
  const { current } = app.workspace
  const open = current && { identity: current.identity, facts: readWorkspaceFacts(current.db) }
  const lookout = app.openLookout()
  const lookouts = lookoutsOf.get(app) ?? new Set()
  lookoutsOf.set(app, lookouts.add(lookout))
  const begun = Promise.withResolvers<void>()
  const onProgress = (told: SeenFile): void => {
    if (told === 'begun') begun.resolve()
    else if ('copy' in told) copies.set(told.path, told.copy)
    else seen.set(told.path, told.found)
  }
  const looking = lookout.run('look-at-files', { paths, open }, { onProgress })
  const ended = looking.catch((error: unknown) => {
    const isEnded = error instanceof Refusal && error.reason === 'work-stopped'
    if (!isEnded) app.log.error('the files could not be looked at', error)
  })
  // A slow machine's loading is no place that does not answer.
  await Promise.race([ended, begun.promise])
  await Promise.race([ended, wait(patience, undefined, { ref: false })])
  // A thread that hangs in a place is left behind.
  void lookout.close().finally(() => lookouts.delete(lookout))
  return { seen, copies }
}

type Copy = Extract<SeenFile, { readonly copy: unknown }>['copy']

type Looked = { readonly seen: ReadonlyMap<string, FoundFile>; readonly copies: ReadonlyMap<string, Copy> }

const lookoutsOf = new WeakMap<AppContext, Set<AppWork>>()

/**
 * Before a file is opened: closing a descriptor of it, whoever opened that in this process, would drop SQLite's locks.
 * A place that does not even let go is another file's.
 */
export async function endLooking(app: AppContext): Promise<void> {
  const ended = [...(lookoutsOf.get(app) ?? [])].map((lookout) => lookout.close())
  await Promise.race([Promise.all(ended), wait(1000, undefined, { ref: false })])
}

function listingOf(path: string, found: FoundFile | undefined, copy: Copy | undefined): readonly WorkspaceListing[] {
  const place = { id: workspaceIdOf(path), location: dirname(path) }
  const stem = withoutHidden(basename(path, workspaceEnding))
  const file = { ...place, keptAs: isKeptName(stem) ? basename(path) : null }
  const unknown = { ...file, name: stem, isSample: false, copy: null }
  switch (found?.kind) {
    case undefined:
      return [{ ...unknown, modifiedAt: '', state: 'no-answer' }]
    case 'workspace':
      return [
        {
          ...file,
          ...found.facts,
          modifiedAt: found.modifiedAt,
          state: 'ready',
          copy:
            copy === undefined || found.record === null
              ? null
              : {
                  relation: copy.relation,
                  file: basename(path),
                  of: basename(copy.of),
                  isConflicted: isConflictedName(stem),
                  ballots: found.record.ballots,
                  lastAt: found.record.lastAt,
                },
        },
      ]
    case 'unreadable':
      return [{ ...unknown, modifiedAt: found.modifiedAt, state: 'unreadable' }]
    case 'foreign':
    case 'gone':
      return []
  }
}

export function findWorkspacePath(dataFolder: string, id: string): string | null {
  return knownPaths(dataFolder).find((path) => workspaceIdOf(path) === id) ?? null
}

/** Puts the path at the head of the recent list, which keeps twelve. */
export function rememberWorkspace(dataFolder: string, path: string): void {
  mkdirSync(dataFolder, { recursive: true })
  const recent = [path, ...readRecent(dataFolder).filter((known) => known !== path)].slice(0, 12)
  const file = recentFile(dataFolder)
  writeWholeFile(file, JSON.stringify(recent, null, 2))
}

/** Of the files opened lately and those of the data folder. */
export function knownPaths(dataFolder: string): readonly string[] {
  const inFolder = existsSync(dataFolder)
    ? readdirSync(dataFolder)
        .filter((name) => name.endsWith(workspaceEnding) && !name.startsWith(ownerPrefix))
        .map((name) => join(dataFolder, basename(name)))
    : []
  return [...new Set([...readRecent(dataFolder), ...inFolder])]
}

function readRecent(dataFolder: string): readonly string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(readFileSync(recentFile(dataFolder), 'utf8')))
  } catch {
    // A missing or damaged list only costs convenience: the files themselves are elsewhere.
    return []
  }
}

const recentFile = (dataFolder: string) => join(dataFolder, 'recent.json')
