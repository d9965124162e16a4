/** A copy of a file as SQLite opens it; null where it is not whole. `commits` is null in a file of before they were counted. */
export type CopyState = { readonly uuid: string | null; readonly commits: number | null } | null

/**
 * Whether a rollback journal, or a log of an older program, is of the file beside which it lies. Left under a copy that
 * took the file's place it is not, and SQLite would play it into that one: a mixture of both.
 *
 * A journal takes back the one change that was being written when the program ended; a log only adds.
 * https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use
 *
 * @param alone the file by itself
 * @param played the file once what lies beside it was played into it
 */
export function belongsToFile(kind: 'journal' | 'log', alone: CopyState, played: CopyState): boolean {
  // Torn in the middle of a write; where it is damaged either way, nothing is decided here.
  if (alone === null) return true
  if (played === null) return false
  if (alone.uuid === null || played.uuid === null || alone.commits === null || played.commits === null) return true
  if (alone.uuid !== played.uuid) return false
  const added = played.commits - alone.commits
  return kind === 'log' ? added >= 0 : added === 0 || added === -1
}
