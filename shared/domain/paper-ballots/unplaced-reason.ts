import type { MisplacedReason } from './place-label.ts'

/** Why bytes are no pages. */
export type UnreadableReason = 'empty-file' | 'other-kind' | 'locked' | 'unreadable'

/** Why a page is of no ballot. */
export type UnplacedReason =
  | MisplacedReason
  /** The file, or this page of it, cannot be decoded. */
  | UnreadableReason
  /** Nothing is on it: the back of a sheet. */
  | 'blank'
  /** Neither corner marks nor a code of ours. */
  | 'not-a-ballot'
  /** A code of ours, but not its corner marks. */
  | 'no-marks'
  /** Seen from behind: it shines through, or was copied as in a mirror. */
  | 'mirrored'
  /** Corner marks, but no code. */
  | 'no-code'
  /** Read before, in this pile. */
  | 'again'
  /** The same page was read before, marked otherwise: the ballot shows both. */
  | 'again-otherwise'
