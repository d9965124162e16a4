import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { provisionalBallots } from '../../../shared/domain/session/ballots-due.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { SavePicture } from '../../components/charts/SavePicture.tsx'
import { axisStart, chartItems, fitDots, placeOnAxis } from './mean-chart.ts'
import classes from './MeanChart.module.css'

/** The highest stack of dots in pixels: the table stays in sight below it. */
const highestStack = 154

/** Pixels of a window's height. */
const lowWindow = 640

/** Every product as a dot over its mean, with the floors of the bands: where the field stands, and what is close. */
export function MeanChart({ record, onOpen }: { record: SessionRecord; onOpen: (itemId: number) => void }) {
  const { t } = useTranslation('results')
  const items = chartItems(record.items)
  const start = axisStart(items)
  const { dots, radius, step } = fitDots({ items, start, height: highestStack })
  const [focused, setFocused] = useState(0)
  const [shown, setShown] = useState<number | null>(null)
  const chart = useRef<SVGSVGElement>(null)
  // In a low window it would stand where the list does.
  const [isOpenAtFirst] = useState(() => window.innerHeight >= lowWindow)
  if (dots.length === 0) return null
  const height = (Math.max(...dots.map(({ level }) => level)) + 1) * step + 10
  const floors = floorsOf(record)
  const isDue = (item: ItemRecord): boolean => provisionalBallots(item, record.members) !== null
  const kinds: readonly DotKind[] = ['whole', 'short', ...(record.items.some(isDue) ? (['due'] as const) : [])]
  const atDot = record.items.find(({ id }) => id === shown)
  const move = (event: KeyboardEvent<SVGCircleElement>): void => {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = Math.min(dots.length - 1, Math.max(0, focused + by))
    setFocused(next)
    event.currentTarget.ownerSVGElement?.querySelectorAll<SVGCircleElement>('circle[data-dot]')[next]?.focus()
  }
  return (
    <details className={classes.chart} data-testid="mean-chart" open={isOpenAtFirst}>
      <summary>{t('chart.title')}</summary>
      <svg
        ref={chart}
        className={classes.svg}
        height={height + 42}
        role="group"
        aria-label={t('chart.label', { count: dots.length })}
      >
        {record.ruleSet.bands.map(({ star, from }, index) => {
          const end = record.ruleSet.bands[index - 1]?.from ?? 100
          const left = Math.max(0, placeOnAxis({ points: from, start }))
          return (
            <g key={star} aria-hidden="true">
              {from > start && (
                <>
                  <line {...paint.band} x1={`${left}%`} x2={`${left}%`} y1={18} y2={height + 20} />
                  <text {...paint.label} x={`${left}%`} y={height + 38}>
                    {from}
                  </text>
                </>
              )}
              <text {...paint.bandName} x={`${(left + placeOnAxis({ points: end, start })) / 2}%`} y={12}>
                {'★'.repeat(star)}
              </text>
            </g>
          )
        })}
        {record.referralThreshold !== null && (
          <line
            {...paint.referral}
            x1={`${placeOnAxis({ points: record.referralThreshold, start })}%`}
            x2={`${placeOnAxis({ points: record.referralThreshold, start })}%`}
            y1={18}
            y2={height + 20}
            aria-hidden="true"
          />
        )}
        <line {...paint.axis} x1="0" x2="100%" y1={height + 20} y2={height + 20} />
        <text {...paint.label} textAnchor="start" x="0" y={height + 38} aria-hidden="true">
          {start}
        </text>
        <text {...paint.label} textAnchor="end" x="100%" y={height + 38} aria-hidden="true">
          100
        </text>
        {dots.map(({ id, left, level }, index) => {
          const item = record.items.find((known) => known.id === id)
          if (item === undefined) return null
          return (
            <circle
              key={id}
              data-dot
              className={classes.dot}
              {...dotPaint({
                kind: isDue(item) ? 'due' : item.result.star < item.result.band ? 'short' : 'whole',
                isSmall: radius < 5,
              })}
              cx={`${left}%`}
              cy={height + 20 - radius - 3 - level * step}
              r={radius}
              role="button"
              tabIndex={index === Math.min(focused, dots.length - 1) ? 0 : -1}
              aria-label={t(isDue(item) ? 'chart.dotDue' : 'chart.dot', {
                code: item.code,
                name: item.productName,
                mean: formatMean(item.result.mean, floors),
                star: item.result.star,
              })}
              onFocus={() => {
                setFocused(index)
                setShown(id)
              }}
              onMouseEnter={() => setShown(id)}
              onClick={() => onOpen(id)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') {
                  move(event)
                  return
                }
                event.preventDefault()
                onOpen(id)
              }}
            />
          )
        })}
      </svg>
      <div className={classes.caption}>
        {atDot === undefined ? (
          <span>{t('chart.hint')}</span>
        ) : (
          <span>
            <b>{atDot.code}</b> {atDot.productName} · {formatMean(atDot.result.mean, floors)} ·{' '}
            {t('stars', { count: atDot.result.star })}
            {isDue(atDot) && ` · ${t('chart.due')}`}
          </span>
        )}
        {kinds.map((kind) => (
          <span key={kind} className={classes.key}>
            <svg width="14" height="14" aria-hidden="true">
              <circle {...dotPaint({ kind, isSmall: false })} cx="7" cy="7" r="5" />
            </svg>
            {t(`chart.${kind}`)}
          </span>
        ))}
        {record.referralThreshold !== null && (
          <span className={classes.key}>
            <svg width="4" height="14" aria-hidden="true">
              <line {...paint.referral} x1="2" x2="2" y1="0" y2="14" />
            </svg>
            {t('chart.referral', { threshold: record.referralThreshold })}
          </span>
        )}
        <SavePicture
          className={classes.save}
          title={t('chart.title')}
          notes={[t('common:sessionName', record.session)]}
          legend={[
            ...kinds.map((kind) => ({
              label: t(`chart.${kind}`),
              mark: 'dot' as const,
              ...dotPaint({ kind, isSmall: false }),
            })),
            ...(record.referralThreshold === null
              ? []
              : [
                  {
                    label: t('chart.referral', { threshold: record.referralThreshold }),
                    mark: 'line' as const,
                    fill: 'var(--good)',
                    stroke: 'none',
                  },
                ]),
          ]}
          chart={() => chart.current}
        />
      </div>
    </details>
  )
}

/** As attributes and not in the style sheet, which a saved picture does not have. */
const paint = {
  axis: { stroke: 'var(--line-strong)' },
  band: { stroke: 'var(--line-strong)', strokeDasharray: '3 3' },
  referral: { stroke: 'var(--good)', strokeWidth: 2 },
  label: { fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' },
  bandName: { fill: 'var(--star)', fontSize: 13, textAnchor: 'middle' },
} as const

type DotKind = 'whole' | 'short' | 'due'

/** Hollow where a gate keeps the product from the star of its points, and broken where ballots are still due. */
function dotPaint({ kind, isSmall }: { kind: DotKind; isSmall: boolean }) {
  const hollow = { fill: 'var(--paper)', strokeWidth: isSmall ? 1.25 : 2 }
  switch (kind) {
    case 'whole':
      return { fill: 'var(--good)', stroke: 'var(--paper)', strokeWidth: isSmall ? 0.5 : 1.5 }
    case 'short':
      return { ...hollow, stroke: 'var(--attention)' }
    case 'due':
      return { ...hollow, stroke: 'var(--ink-soft)', strokeDasharray: '2.5 1.8' }
    default:
      return assertNever(kind)
  }
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }
