import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'

/**
 * What is typed, once nobody has typed for a while. Told apart by what it says: an object that is made anew with each drawing
 * is no change, and would otherwise never settle.
 */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled] = useDebouncedValue(JSON.stringify(value), milliseconds)
  return useMemo(() => JSON.parse(settled) as Value, [settled])
}
