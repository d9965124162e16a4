import classes from './BoardPage.module.css'

type Props = {
  /** Of the members whose ballots count. */
  readonly totals: readonly number[]
  /** Points that they may lie apart. */
  readonly limit: number
}

const [width, height] = [84, 18]

/**
 * The members' totals as marks on a line, beside as many points as the regulations let them lie apart: what stands outside
 * of these is longer, and in the colour of what wants attention. The figure that it draws stands beside it.
 */
export function SpreadStrip({ totals, limit }: Props) {
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)]
  const middle = (lowest + highest) / 2
  const shown = Math.max(2 * limit, highest - lowest) * 1.05
  const at = (points: number): number => Math.round(((points - middle) / shown + 0.5) * width * 2) / 2
  return (
    <svg className={classes.strip} width={width} height={height} aria-hidden="true">
      <rect
        className={classes.allowed}
        x={at(middle - limit / 2)}
        y="4"
        width={at(middle + limit / 2) - at(middle - limit / 2)}
        height="10"
      />
      {totals.map((total, place) => {
        const isOut = Math.abs(total - middle) > limit / 2
        return (
          <line
            key={place}
            data-out={isOut || undefined}
            x1={at(total)}
            x2={at(total)}
            y1={isOut ? 1 : 5}
            y2={isOut ? 17 : 13}
          />
        )
      })}
    </svg>
  )
}
