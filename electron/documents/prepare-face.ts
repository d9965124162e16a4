import { placeMarks, type MarkedFace } from './place-marks.ts'

/** A face as the font library opens it for one document, which ships no types for it. */
export type OpenedFace = MarkedFace & {
  readonly postscriptName: string
  readonly head: { readonly checkSumAdjustment: number }
  /** What was read of the file until now, by the names of its tables; each is read when it is first asked for. */
  readonly _tables: object
}

const prepared = new WeakSet<OpenedFace>()

/** What each document does with a face before it sets a word in it. */
export function prepareFace(face: OpenedFace): void {
  if (prepared.has(face)) return
  prepared.add(face)
  shareTables(face)
  placeMarks(face)
}

const tablesOf = new Map<string, object>()

/**
 * Documents set in one face read its tables once: reading where its marks and pairs of letters stand took a third of the
 * time of a short paper. Glyphs stay each document's own, since they keep the letters that they were first asked for.
 */
function shareTables(face: OpenedFace): void {
  const key = `${face.postscriptName} ${face.head.checkSumAdjustment}`
  const { _tables: own } = face
  const read = tablesOf.get(key) ?? own
  tablesOf.set(key, read)
  Object.assign(face, { _tables: read })
}
