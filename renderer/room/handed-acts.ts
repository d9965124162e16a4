import type { ChooseAct, OpinionAct } from '../../shared/domain/ballot/acts.ts'
import { longestOpinion } from '../../shared/domain/ballot/longest-opinion.ts'

/** A ballot is confirmed at the new address, by who sees it there. */
export type HandedAct = ChooseAct | OpinionAct

/**
 * Choices and opinions that a page at the room's old address hands to the one at its new address: nothing else reaches a page of
 * another origin. Anybody can make such a link, so that what is in it is shown and asked about before it counts.
 */
export type Handed = {
  /** Of the member for whom they wait (`DeviceState.place`). */
  readonly place: string
  readonly acts: readonly HandedAct[]
}

const prefix = '#handed='
const storageKey = 'ocop-handed'
/** Sixty products of eighty criteria each. */
const most = 4800

/** The fragment by which a page hands over. */
export function hashOfHanded({ place, acts }: Handed): string {
  const rows = acts.map((act) => {
    const at = [act.actId, act.agendaItemId, act.memberId, act.round]
    return act.kind === 'opinion' ? [...at, act.opinion, act.seen] : [...at, act.criterionIndex, act.option, act.seen]
  })
  return prefix + encodeURIComponent(JSON.stringify([place, rows]))
}

/** Null for what no page of ours hands over. */
export function readHanded(hash: string): Handed | null {
  try {
    const [place, rows]: readonly unknown[] = asList(JSON.parse(decodeURIComponent(hash.slice(prefix.length))))
    if (!hash.startsWith(prefix) || typeof place !== 'string') return null
    const acts = asList(rows).map(readAct)
    return acts.length === 0 || acts.length > most ? null : { place, acts }
  } catch {
    return null
  }
}

/** What was handed to this page, out of its address into the tab's storage, where a reload finds it. */
export function takeHanded(window: Window): Handed | null {
  const { location, history, sessionStorage } = window
  if (location.hash.startsWith(prefix)) {
    if (readHanded(location.hash) !== null) sessionStorage.setItem(storageKey, location.hash)
    history.replaceState(null, '', location.pathname)
  }
  return readHanded(sessionStorage.getItem(storageKey) ?? '')
}

export function forgetHanded({ sessionStorage }: Window): void {
  sessionStorage.removeItem(storageKey)
}

/**
 * The room's new address as a member types it, with or without its `http://`: numbers, as the secretary's screen shows
 * them, or the name that the room has now. Null for any other, where nobody's choices belong.
 */
export function newRoomAddress(typed: string, now: Pick<Location, 'protocol' | 'hostname'>): string | null {
  const text = typed.trim()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `${now.protocol}//${text}`)
  if (url === null || url.username !== '') return null
  return /^\d+(\.\d+){3}$/.test(url.hostname) || url.hostname === now.hostname ? url.origin : null
}

function readAct(row: unknown): HandedAct {
  const [actId, item, member, ofRound, ...deed] = asList(row)
  if (typeof actId !== 'string' || !/^[0-9a-f]{32}$/.test(actId)) throw new TypeError('no act')
  const [agendaItemId, memberId, round] = [item, member, ofRound].map(readWhole)
  if (agendaItemId == null || memberId == null || round == null) throw new TypeError('no act')
  const place = { actId, agendaItemId, memberId, round }
  if (deed.length === 2) {
    const [opinion, seen] = deed.map(readOpinion)
    return { kind: 'opinion', ...place, opinion: opinion ?? '', seen: seen ?? '' }
  }
  const [criterionIndex, option, seen] = deed.map(readWhole)
  if (criterionIndex == null || deed.length !== 3) throw new TypeError('no act')
  return { kind: 'choose', ...place, criterionIndex, option: option ?? null, seen: seen ?? null }
}

function readOpinion(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestOpinion) throw new TypeError('no opinion')
  return value
}

function readWhole(value: unknown): number | null {
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError('no number')
  return value
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('no list')
  return value
}
