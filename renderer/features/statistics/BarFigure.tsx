import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { useRef, type ReactNode } from 'react'
import { SavePicture } from '../../components/charts/SavePicture.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './BarFigure.module.css'
import { fillOf, type Fill, type Series } from './star-series.ts'

/** The parts of a label, `IV/26`, stand one under the other beneath a standing bar, so that each has its own. */
export type Bar = { readonly label: string; readonly values: Readonly<Record<string, number>> }

type Props = {
  /** What the picture is called, on it and as a file. */
  readonly title: string
  readonly notes: readonly string[]
  readonly series: readonly Series[]
  readonly bars: readonly Bar[]
  /** Standing bars for what follows in time, lying ones for names. */
  readonly isLying: boolean
  readonly onPick?: (place: number) => void
  /** Before what its fillings mean. */
  readonly children?: ReactNode
}

/** A chart of stacked bars that can be saved as a picture. What it shows stands in the table beside it, for every reader. */
export function BarFigure({ title, notes, series, bars, isLying, onPick, children }: Props) {
  const drawn = useRef<HTMLDivElement>(null)
  const last = series.at(-1)?.key
  const isInParts = !isLying && bars.every(({ label }) => label.includes('/'))
  const totals = bars.map(({ values }) => series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0))
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.legend}>
          {children}
          {series.map(({ key, label, fill }) => (
            <span key={key} className={classes.legendEntry}>
              <svg width="18" height="12" aria-hidden="true">
                <rect x="0.5" y="0.5" width="17" height="11" fill={fillOf(fill)} stroke="var(--ink-soft)" />
              </svg>
              {label}
            </span>
          ))}
        </span>
        <SavePicture
          title={title}
          notes={notes}
          legend={series.map(({ label, fill }) => ({ label, fill: fillOf(fill), stroke: 'var(--ink-soft)' }))}
          chart={() => drawn.current?.querySelector<SVGSVGElement>('svg.recharts-surface')}
        />
      </figcaption>
      <div
        ref={drawn}
        className={classes.drawn}
        aria-hidden="true"
        data-testid="chart"
        data-pick={onPick !== undefined || undefined}
      >
        <BarChart
          h={isLying ? bars.length * 36 + 40 : 'var(--standing)'}
          data={bars.map(({ label, values }) => ({ label, ...values }))}
          dataKey="label"
          type="stacked"
          orientation={isLying ? 'vertical' : 'horizontal'}
          series={series.map(({ key, label, fill }) => ({ name: key, label, color: tone(fill) }))}
          gridAxis={isLying ? 'y' : 'x'}
          tickLine="none"
          valueFormatter={wholeNumber}
          maxBarWidth={isLying ? 20 : 44}
          xAxisProps={{
            allowDecimals: false,
            interval: isLying ? 0 : 'preserveStartEnd',
            ...(isInParts && partedAxis),
          }}
          yAxisProps={isLying ? { width: 260, interval: 0 } : { width: 48, allowDecimals: false }}
          barChartProps={{ accessibilityLayer: false, margin: { top: 18, right: 48, left: 0, bottom: 0 } }}
          barProps={({ name }) => ({
            fill: fillOf(series.find(({ key }) => key === name)?.fill ?? 'whole'),
            stroke: 'var(--ink-soft)',
            strokeOpacity: 1,
            strokeWidth: 0.75,
            ...(onPick !== undefined && { onClick: (_bar: unknown, place: number) => onPick(place) }),
            ...(name === last && {
              label: ({ x, y, width, height, index }: LabelPlace) => (
                <text
                  x={Number(x) + (isLying ? Number(width) + 6 : Number(width) / 2)}
                  y={Number(y) + (isLying ? Number(height) / 2 + 4 : -5)}
                  textAnchor={isLying ? 'start' : 'middle'}
                  fontSize="12"
                  fill="var(--ink)"
                >
                  {(totals[index ?? 0] ?? 0) > 0 ? wholeNumber(totals[index ?? 0] ?? 0) : ''}
                </text>
              ),
            }),
          })}
        >
          <ChartFills />
        </BarChart>
      </div>
    </figure>
  )
}

const partedAxis = {
  interval: 0,
  height: 40,
  tick: ({ x, y, payload }: TickPlace) => (
    <text x={Number(x)} y={Number(y) + 10} textAnchor="middle" fontSize="12" fill="var(--ink-soft)">
      {String(payload.value)
        .split('/')
        .map((part, place) => (
          <tspan key={part} x={Number(x)} dy={place === 0 ? 0 : 14}>
            {part}
          </tspan>
        ))}
    </text>
  ),
}

type TickPlace = {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: string | number }
}

type LabelPlace = {
  readonly x?: number | string | undefined
  readonly y?: number | string | undefined
  readonly width?: number | string | undefined
  readonly height?: number | string | undefined
  readonly index?: number | undefined
}

/** The colour in the list under the pointer. */
const tone = (fill: Fill): string =>
  fill === 'whole' ? 'var(--good)' : fill === 'unknown' ? 'var(--ink-soft)' : 'var(--star)'

/** Patterns that tell the stars apart without their colour. */
function ChartFills() {
  return (
    <defs>
      <pattern id="statistics-star-5" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--star)" />
      </pattern>
      <pattern id="statistics-star-4" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--paper)" />
        <rect width="3" height="6" fill="var(--star)" />
      </pattern>
      <pattern id="statistics-star-3" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--paper)" />
        <circle cx="3" cy="3" r="1.2" fill="var(--star)" />
      </pattern>
      <pattern id="statistics-unknown" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--paper-sunk)" />
      </pattern>
    </defs>
  )
}
