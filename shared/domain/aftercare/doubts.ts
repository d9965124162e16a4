import type { DoubtKind } from '../session/doubt-kinds.ts'

/** Of the days of a case of withdrawal; ISO dates. A body may conclude before the office knows, yet mostly a year or month is a slip. */
export function doubtsOfCase({ knownOn, concludedOn, recognisedOn }: CaseDays): readonly DoubtKind[] {
  return [
    ...(recognisedOn !== null && knownOn < recognisedOn ? (['before-recognised'] as const) : []),
    ...(concludedOn !== null && concludedOn < knownOn ? (['concluded-before-known'] as const) : []),
  ]
}

type CaseDays = {
  readonly knownOn: string
  readonly concludedOn: string | null
  readonly recognisedOn: string | null
}

/** Of the day on which a product was inspected, on a route or outside every one. */
export function doubtsOfInspecting(
  on: string | null,
  { route, recognisedOn }: { readonly route: RouteDays | null; readonly recognisedOn: string | null },
): readonly DoubtKind[] {
  if (on === null) return []
  const isOff = (route?.startsOn ?? on) > on || (route?.endsOn ?? on) < on
  return [
    ...(recognisedOn !== null && on < recognisedOn ? (['before-recognised'] as const) : []),
    ...(isOff ? (['off-route-days'] as const) : []),
  ]
}

type RouteDays = { readonly startsOn: string | null; readonly endsOn: string | null }
