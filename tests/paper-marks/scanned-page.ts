import type { Box, GreyImage, PagePlan } from '../../shared/domain/paper-ballots/page-plan.ts'
import { stripOf } from '../../shared/domain/paper-ballots/strip.ts'
import { copyPage, type CopierFaults } from './copier.ts'
import { throughJpeg } from './jpeg.ts'
import { markPage, type MarkedPage, type Meant } from './marked-page.ts'
import { befall, mishaps, streak } from './mishaps.ts'
import type { PageCanvas } from './page-canvas.ts'
import type { PrintedPage } from './printed-pages.ts'

export const conditions = [
  'plain',
  'askew',
  'turned',
  'scaled',
  'photo',
  'blurred',
  'noisy',
  'shadow',
  'jpeg',
  'coarse',
  'fine',
  'black-white',
  'streak',
  'mishap',
  'feint',
  'all',
] as const
export type Condition = (typeof conditions)[number]

type ScanInput = {
  readonly page: PrintedPage
  readonly condition: Condition
  readonly random: () => number
  /** Only what is looked at where the corner marks are found at once is copied, which takes a third of the time. */
  readonly isPartial?: boolean
}

export type ScannedPage = Omit<MarkedPage, 'page'> & { readonly image: GreyImage; readonly dpi: number }

/** One member's marks on a page, scanned under a condition: `plain` is an office's scanner at 200 dpi as it should be. */
export function scanPage({ page, condition, random, isPartial = false }: ScanInput): ScannedPage {
  const isFeint = condition === 'feint' || (condition === 'all' && random() < 0.3)
  const printed = isFeint ? faded(page.printed, random) : page.printed
  const { page: marked, ...rest } = markPage({ ...page, printed }, random)
  const has = (kind: Condition, chance = 0.25) => condition === kind || (condition === 'all' && random() < chance)
  if (has('mishap')) befall({ page: marked, kind: mishaps[Math.floor(random() * mishaps.length)] ?? 'stain', random })
  const dpi = has('coarse') ? 150 : has('fine', 0.1) ? 300 : 200
  const between = (least: number, most: number) => least + random() * (most - least)
  const isPhoto = has('photo', 0.1)
  const faults: CopierFaults = {
    turn: (has('askew') ? between(-5, 5) : between(-0.7, 0.7)) + (has('turned') ? 180 : 0),
    scale: has('scaled') ? between(0.96, 1.04) : isPhoto ? between(0.86, 0.94) : between(0.995, 1.005),
    shear: has('scaled') ? between(-0.008, 0.008) : 0,
    perspective: isPhoto ? between(0, 0.03) : 0,
    stretch: between(0, 0.35),
    ground: isPhoto ? between(30, 120) : 250,
    blur: has('blurred') ? 2 + Math.floor(random() * 3) : 1,
    noise: has('noisy') ? between(8, 18) : 3,
    shadow: has('shadow') || isPhoto ? between(0.2, 0.55) : between(0, 0.05),
    ...(has('black-white', 0.15) && { threshold: between(125, 165) }),
  }
  const { image } = copyPage({
    page: marked,
    dpi,
    faults,
    random,
    ...(isPartial && { parts: partsRead(page.plan, rest.meant) }),
  })
  if (has('streak')) streak(image, random)
  if (has('jpeg')) throughJpeg(image, 40)
  return { ...rest, image, dpi }
}

function faded(printed: PageCanvas, random: () => number): PageCanvas {
  const copy = { ...printed, data: printed.data.slice() }
  befall({ page: copy, kind: 'feint', random })
  return copy
}

/** The corners, the column of figures, and the whole rows of what was left. */
function partsRead(plan: PagePlan, meant: readonly Meant[]): readonly Box[] {
  const [wide, high] = [cornerShare * plan.width, cornerShare * plan.height]
  const corners = [0, plan.height - high].flatMap((top) =>
    [0, plan.width - wide].map((left) => ({ left, top, width: wide, height: high })),
  )
  const rows = plan.criteria.flatMap(({ options }, criterion) => {
    if (meant[criterion]?.state !== 'none') return []
    const top = Math.min(...options.map(({ box }) => box.top))
    const bottom = Math.max(...options.map(({ box }) => box.top + box.height))
    return [{ left: 0, top, width: plan.width, height: bottom - top }]
  })
  return [...corners, stripOf(plan).frame, ...rows]
}

/** Of the page, a little more than of an image marks are looked for in first. */
const cornerShare = 0.26
