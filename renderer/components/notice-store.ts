import type { SavedFile } from '../../shared/api/files.ts'
import type { WorkspaceInfo } from '../../shared/api/workspace.ts'
import { sharedValue } from '../api/shared-value.ts'

/** Something that happened outside the page, such as a saved file: one line at the foot of the window. */
export type Notice =
  | { readonly kind: 'saved'; readonly file: SavedFile }
  /** The browser downloads the file. */
  | { readonly kind: 'sent'; readonly name: string }
  /** A new file took the place of one that is still there under this name. */
  | { readonly kind: 'kept-aside'; readonly name: string }
  /** What lay beside the opened file was another's, and has this name now. */
  | { readonly kind: 'stray-aside'; readonly name: string }
  /** The opened file is not as a closing left it at that time (ISO). */
  | { readonly kind: 'other-bytes'; readonly since: string }
  /** Characters that nobody sees were left out of what was pasted. */
  | { readonly kind: 'cleaned'; readonly count: number }
  /** Many rows were changed at once; `undo`: by which id that is taken back. */
  | { readonly kind: 'done'; readonly text: string; readonly undo: string }
  | { readonly kind: 'undone'; readonly text: string; readonly undo: string }
  /** A list came in whole after its page was left; how many of its rows are new, changed, there already. */
  | {
      readonly kind: 'taken'
      readonly name: string
      readonly added: number
      readonly changed: number
      readonly same: number
    }
  | { readonly kind: 'not-saved' | 'not-taken'; readonly name: string; readonly error: unknown }

/** What is to be told of a file that was just opened. */
export function noticeOfOpened(opened: WorkspaceInfo): Notice | null {
  if (opened.otherBytesSince !== null) return { kind: 'other-bytes', since: opened.otherBytesSince }
  return opened.strayAside === null ? null : { kind: 'stray-aside', name: opened.strayAside }
}

/** The notice on show, in the place of the one before; null takes it away. */
export const shownNotice = sharedValue<Notice | null>(null)

type UndoableDeed = { readonly text: string; readonly undo: string }

/** What was done to many rows and can still be taken back, the latest last; `at`: on which screen. */
const deeds = sharedValue<readonly (UndoableDeed & { readonly at: string })[]>([])

const screen = (): string => location.hash.split('?')[0] ?? ''

/** Tells of a deed and how it is taken back, also after those that follow it were. */
export function tellUndoable(deed: UndoableDeed): void {
  deeds.set([...deeds.read(), { ...deed, at: screen() }])
  shownNotice.set({ kind: 'done', ...deed })
}

/** The latest deed of this screen; what another shows is taken back there. */
export function useLastUndoable(): UndoableDeed | undefined {
  const at = screen()
  return deeds.use().findLast((deed) => deed.at === at)
}

/** They were taken back, or are of a file that was closed since: without an id all of them. */
export function forgetUndoable(undo?: string): void {
  deeds.set(undo === undefined ? [] : deeds.read().filter((deed) => deed.undo !== undo))
}
