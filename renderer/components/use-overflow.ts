import { useCallback, useState } from 'react'

/** Whether an element is smaller than what it holds, also after the window changed; `ref` goes to the element. */
export function useOverflow() {
  const [isOverflowing, setOverflowing] = useState(false)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(() =>
      setOverflowing(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, isOverflowing }
}
