import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { WorkspaceListing } from '../../../shared/api/workspace.ts'
import type { AppContext } from '../../context.ts'
import { peekWorkspace } from '../../db/peek.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { fileIdentity, workspaceEnding } from '../../workspace-path.ts'

/** A path's opaque name in the contract. */
export function workspaceIdOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

/** The files that were opened lately and those in the data folder, newest first; unreadable ones are left out. */
export function listWorkspaces({ host, workspace: { current } }: AppContext): readonly WorkspaceListing[] {
  return knownPaths(host.dataFolder)
    .flatMap((path) => {
      const isOpen = current !== null && fileIdentity(path) === current.identity
      const facts = isOpen ? readWorkspaceFacts(current.db) : peekWorkspace(path)
      if (facts === null) return []
      const modifiedAt = statSync(path).mtime.toISOString()
      return [{ id: workspaceIdOf(path), ...facts, location: dirname(path), modifiedAt }]
    })
    .toSorted((a, b) => b.modifiedAt.localeCompare(a.modifiedAt))
}

export function findWorkspacePath(dataFolder: string, id: string): string | null {
  return knownPaths(dataFolder).find((path) => workspaceIdOf(path) === id) ?? null
}

/** Puts the path at the head of the recent list, which keeps twelve. */
export function rememberWorkspace(dataFolder: string, path: string): void {
  mkdirSync(dataFolder, { recursive: true })
  const recent = [path, ...readRecent(dataFolder).filter((known) => known !== path)].slice(0, 12)
  const file = recentFile(dataFolder)
  writeFileSync(`${file}.part`, JSON.stringify(recent, null, 2))
  renameSync(`${file}.part`, file)
}

function knownPaths(dataFolder: string): readonly string[] {
  const inFolder = existsSync(dataFolder)
    ? readdirSync(dataFolder)
        .filter((name) => name.endsWith(workspaceEnding))
        .map((name) => join(dataFolder, basename(name)))
    : []
  return [...new Set([...readRecent(dataFolder), ...inFolder])].filter((path) => existsSync(path))
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
