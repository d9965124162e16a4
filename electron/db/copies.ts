/** What tells one state of a file from another: how often it was changed, and the last event of its audit. */
export type RecordFacts = {
  readonly uuid: string
  readonly commits: number
  readonly events: number
  /** Hash of the last event. */
  readonly head: string
  /** ISO time of it. */
  readonly lastAt: string
  /** Ballots confirmed or verified. */
  readonly ballots: number
}

export type Relation = 'same' | 'older' | 'diverged'

/**
 * Files of one record: each but the newest by what it is to that one. Older is what stands whole in the newest; what has
 * an event of its own went another way.
 *
 * @param hashIn the hash of the event of that number in the file at that path, null where there is none
 */
export function tellCopiesApart(
  files: ReadonlyMap<string, RecordFacts>,
  hashIn: (path: string, seq: number) => string | null,
): ReadonlyMap<string, { readonly of: string; readonly relation: Relation }> {
  const groups = Map.groupBy(files, ([, { uuid }]) => uuid)
  const told = new Map<string, { readonly of: string; readonly relation: Relation }>()
  for (const group of groups.values()) {
    const [newest, ...others] = group.toSorted(([, a], [, b]) => b.commits - a.commits || b.events - a.events)
    if (newest === undefined) continue
    const [of, facts] = newest
    for (const [path, other] of others) {
      told.set(path, { of, relation: relationTo(facts, other, (seq) => hashIn(of, seq)) })
    }
  }
  return told
}

/** What a state of a record is to one with more changes, whose events' hashes `hashOf` gives. */
export function relationTo(newest: RecordFacts, other: RecordFacts, hashOf: (seq: number) => string | null): Relation {
  const isEven = other.events === newest.events
  if ((isEven ? newest.head : hashOf(other.events)) !== other.head) return 'diverged'
  return isEven ? 'same' : 'older'
}

/** A name that programs which keep folders in step give to a copy that they could not agree on, or a browser to a second one. */
export function isConflictedName(stem: string): boolean {
  return conflicted.test(stem)
}

// OneDrive: name-MACHINE; Dropbox: name (… conflicted copy …), in Vietnamese too; Google Drive: name (1); Syncthing.
const conflicted = / \(\d+\)$|[Cc]onflicted copy|xung đột|\.sync-conflict-|-[A-Z0-9][A-Z0-9-]{2,}$/u
