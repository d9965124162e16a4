import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Sizes of letters in hundredths of the screen's width (`--u`), the largest that fits first. */
const sizes = [2.6, 2.3, 2, 1.8, 1.6] as const

/** From this size on, an element has only what it must have (`data-dense`). */
const dense = 1.8

/** Sets all of an element as large as fits its height: `--size`, in which its style sheet measures. */
export function useFit<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const ref = useRef<Shown>(null)
  // Each time that it is drawn: what stands in it may be other products.
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const fit = (): void => {
      for (const size of sizes) {
        element.style.setProperty('--size', `calc(${size} * var(--u))`)
        element.toggleAttribute('data-dense', size <= dense)
        if (element.scrollHeight <= element.clientHeight) return
      }
    }
    fit()
    // Letters of the page's own font are wider than those shown until it is there.
    void document.fonts.ready.then(fit)
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  })
  return ref
}
