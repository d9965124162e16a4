import { colourTokens } from '../app/colour-tokens.ts'

/** The application's colours in the scheme that the phone is set to, also when it changes. */
export function followScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    const scheme = dark.matches ? 'dark' : 'light'
    const { style, dataset } = document.documentElement
    for (const [name, value] of Object.entries(colourTokens[scheme])) style.setProperty(name, value)
    // As in the secretary's window.
    dataset['mantineColorScheme'] = scheme
  }
  apply()
  dark.addEventListener('change', apply)
}
