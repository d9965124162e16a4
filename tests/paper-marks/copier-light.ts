import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { Wanted } from './copied-parts.ts'

/** One round of a 1-2-1 filter in both directions. */
export function soften({ width, height, data }: GreyImage, wanted: Wanted): void {
  for (let y = 0; y < height; y += 1) {
    for (const [from, to] of wanted.spansOf(y)) {
      let before = data[y * width + from] ?? 0
      const end = y * width + Math.min(to, width - 1)
      for (let at = y * width + from; at < end; at += 1) {
        const value = data[at] ?? 0
        data[at] = (before + 2 * value + (data[at + 1] ?? 0) + 2) >> 2
        before = value
      }
    }
  }
  const above = data.slice(0, width)
  for (let y = 0; y < height - 1; y += 1) {
    for (const [from, to] of wanted.spansOf(y)) {
      for (let x = from, at = y * width + from; x < to; x += 1, at += 1) {
        const value = data[at] ?? 0
        data[at] = ((above[x] ?? 0) + 2 * value + (data[at + width] ?? 0) + 2) >> 2
        above[x] = value
      }
    }
  }
}

type LightInput = {
  image: GreyImage
  wanted: Wanted
  shadow: number
  noise: number
  threshold: number | null
  random: () => number
}

/** What the lamp and the sensor add: a shadow, noise, and black or white by a threshold. */
export function light({ image, wanted, shadow, noise, threshold, random }: LightInput): void {
  if (shadow === 0 && noise === 0 && threshold === null) return
  const { width, height, data } = image
  // Whole numbers of 1/65,536 of a grey: as good, and faster.
  const grain = Int32Array.from(grainOf(), (share) => share * noise * 65_536)
  const [across, down] = [random(), random()]
  for (let y = 0; y < height; y += 1) {
    const offset = (random() * 65_536) | 0
    const dim = shadow * (down < 0.5 ? y / height : 1 - y / height)
    const far = ((across < 0.5 ? 1 : -1) * (0.25 * shadow + 0.5 * dim)) / width
    const lit = 1 - 0.25 * dim - (across < 0.5 ? 0 : 0.25 * shadow + 0.5 * dim)
    for (const [from, to] of wanted.spansOf(y)) {
      const start = y * width
      const less = Math.round(far * 65_536)
      let share = Math.round((lit - from * far) * 65_536)
      for (let x = from; x < to; x += 1, share -= less) {
        const value = ((data[start + x] ?? 0) * share + (grain[(offset + x) & 65_535] ?? 0)) >> 16
        data[start + x] = threshold !== null ? (value < threshold ? 0 : 255) : value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
}

let grains: Float32Array | null = null

/** Numbers of a bell curve with a deviation of 1, made once: sums of an even stream. */
function grainOf(): Float32Array {
  if (grains !== null) return grains
  grains = new Float32Array(65_536)
  let state = 12_345
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 16_777_216
  }
  for (let index = 0; index < grains.length; index += 1) grains[index] = (next() + next() + next() + next() - 2) * 1.732
  return grains
}
