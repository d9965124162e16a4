import { useEffect, useRef } from 'react'

/**
 * For a record that is saved whole, field by field: each patch builds on the ones before it, also while the
 * application has not shown those back yet.
 */
export function usePatch<Fields extends object>(
  fields: Fields,
  save: (fields: Fields) => Promise<unknown>,
): (patch: Partial<Fields>) => Promise<unknown> {
  const latest = useRef(fields)
  const pending = useRef(0)
  useEffect(() => {
    if (pending.current === 0) latest.current = fields
  }, [fields])
  return async (patch) => {
    const before = latest.current
    latest.current = { ...before, ...patch }
    pending.current += 1
    try {
      return await save(latest.current)
    } catch (error) {
      latest.current = before
      throw error
    } finally {
      pending.current -= 1
    }
  }
}
