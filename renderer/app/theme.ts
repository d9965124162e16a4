import { createTheme, type CSSVariablesResolver } from '@mantine/core'
import { createElement, type ComponentProps } from 'react'
import { BusyButton } from './BusyButton.tsx'
import { colourTokens } from './colour-tokens.ts'

/**
 * The one theme file. Colour is scarce: green for the primary action and "enough", amber for attention, red for wrong
 * or blocked, gold for stars. The colours that style sheets use (`--ink`, `--line`, …) stand in `colour-tokens.ts`.
 */
export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    leaf: [
      '#eef7f1',
      '#d8eee1',
      '#b3dcc5',
      '#86c8a3',
      '#5bb283',
      '#3a9c68',
      '#247f52',
      '#1b6e45',
      '#15593a',
      '#0e432b',
    ],
    dark: [
      '#e7eaec',
      '#c4cbd0',
      '#a5afb6',
      '#77828a',
      '#3c454b',
      '#2c3338',
      '#22282c',
      '#171a1d',
      '#121517',
      '#0d0f11',
    ],
  },
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  // Stacked diacritics (ặ, ễ) need the room.
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
    fontWeight: '600',
    textWrap: 'wrap',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.5' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.5' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusClassName: 'focus-ring',
  components: {
    Button: {
      defaultProps: {
        size: 'sm',
        renderRoot: (props: ComponentProps<typeof BusyButton>) => createElement(BusyButton, props),
      },
      styles: { label: { lineHeight: 1.5 } },
    },
    // Without a transition: a key behind the one that opens or closes a dialog finds it there, or gone.
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 }, overlayProps: { opacity: 0.4 } } },
    Drawer: { defaultProps: { position: 'right', transitionProps: { duration: 120 }, overlayProps: { opacity: 0.4 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
    Select: {
      defaultProps: { checkIconPosition: 'right', allowDeselect: false },
      styles: { input: { textOverflow: 'ellipsis' } },
    },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
  },
})

/** Measures, and the colours of both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--content-max': '1440px',
    '--gutter': '24px',
    '--rail-width': '208px',
    '--rail-width-narrow': '72px',
    '--top-bar-height': '48px',
  },
  light: { ...mantineTokens, ...colourTokens.light },
  dark: { ...mantineTokens, ...colourTokens.dark },
})

// Mantine's own greys for secondary text stay below AA on white.
const mantineTokens = {
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-placeholder)',
  '--mantine-color-error': 'var(--wrong)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-default-border': 'var(--line-strong)',
}
