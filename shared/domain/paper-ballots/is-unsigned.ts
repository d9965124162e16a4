import type { Homography } from './homography.ts'
import type { GreyImage, PagePlan } from './page-plan.ts'
import { straighten } from './straighten.ts'

type UnsignedInput = { readonly image: GreyImage; readonly toImage: Homography; readonly plan: PagePlan }

/** Whether nothing is written where the member signs; null for a page that is not signed. */
export function isUnsigned({ image, toImage, plan }: UnsignedInput): boolean | null {
  const place = plan.written?.find(({ what }) => what === 'signature')
  if (place === undefined) return null
  const { data } = straighten({ image, toImage, box: place.box, dpi })
  const paper = data.toSorted()[Math.floor(data.length / 2)] ?? 255
  const written = data.reduce((count, grey) => count + (grey < paper - 50 ? 1 : 0), 0)
  return written < leastWritten * (dpi / 25.4) ** 2
}

const dpi = 100

/** Square millimetres of ink: the shortest signature has several, dust and the dots of a fax fewer. */
const leastWritten = 2.5
