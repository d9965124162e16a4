type Numbers = Uint8Array | Int32Array | Uint32Array

/**
 * Memory that one step uses again with each page: as much made anew for every page keeps the collector busy for a sixth of the
 * time. What it holds is good until the step is taken again; at first it is whatever was left there.
 */
export function memoryOf<Kind extends Numbers>(make: new (length: number) => Kind): (length: number) => Kind {
  let kept = new make(0)
  return (length) => {
    if (kept.length < length) kept = new make(length)
    return kept.subarray(0, length) as Kind
  }
}
