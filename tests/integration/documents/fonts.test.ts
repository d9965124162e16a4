import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resourcesFolder } from './rendered.ts'

const require = createRequire(import.meta.url)

describe('fonts of documents', () => {
  it.each([
    { file: 'tinos-regular.ttf', original: '400Regular/Tinos_400Regular.ttf' },
    { file: 'tinos-italic.ttf', original: '400Regular_Italic/Tinos_400Regular_Italic.ttf' },
    { file: 'tinos-bold.ttf', original: '700Bold/Tinos_700Bold.ttf' },
    { file: 'tinos-bold-italic.ttf', original: '700Bold_Italic/Tinos_700Bold_Italic.ttf' },
    { file: 'tinos-OFL.txt', original: 'LICENSE_FONT' },
  ])('$file is what the pinned package holds', ({ file, original }) => {
    const packaged = readFileSync(require.resolve(`@expo-google-fonts/tinos/${original}`))
    expect(readFileSync(join(resourcesFolder, 'fonts', file)).equals(packaged)).toBe(true)
  })
})
