import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Stand-ins for the tools that electron-builder downloads, in a folder; each keeps what it was given for the test.
 *
 * @returns the environment that makes electron-builder take them
 */
export function makeStandInTools(folder: string): Readonly<Record<string, string>> {
  const write = (path: string, content: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content, { mode: 0o755 })
  }
  const note = (file: string) => `for arg; do printf '%s\\n' "$arg" >> '${join(folder, file)}'; done\n`
  // The .deb's package builder: the desktop entry lies in a folder that is gone afterwards.
  write(
    'fpm',
    `#!/bin/sh\n${note('fpm.args')}for arg; do case $arg in *.desktop=*) cp "\${arg%%=*}" '${folder}'/deb.desktop;; esac; done\n`,
  )
  // Keeps the folder that an AppImage is made of.
  write('appimage/mksquashfs', `#!/bin/sh\ncp -R "$1" '${join(folder, 'appimage-stage')}'\n: > "$2"\n`)
  write('appimage/desktop-file-validate', '#!/bin/sh\n')
  for (const arch of ['x64', 'arm64']) {
    write(`appimage/runtimes/runtime-${arch}`, 'runtime')
    write(`appimage/lib/${arch}/.keep`, '')
  }
  write('bin/codesign', `#!/bin/sh\n${note('codesign.args')}`)
  write('icons/icon-tool.js', iconTool)
  return {
    CUSTOM_FPM_PATH: join(folder, 'fpm'),
    APPIMAGE_TOOLS_PATH: join(folder, 'appimage'),
    ELECTRON_BUILDER_ICONS_TOOLSET_DIR: join(folder, 'icons'),
    PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
  }
}

/** One size is enough: the picture as it is, in the container that was asked for. */
const iconTool = `
const { readFileSync, writeFileSync } = require('node:fs')
const [input, format, out] = ['input', 'format', 'out'].map((name) =>
  process.argv.find((arg) => arg.startsWith('--' + name + '=')).slice(name.length + 3))
const png = readFileSync(input)
const head = Buffer.alloc(22)
head.writeUInt16LE(1, 2)
head.writeUInt16LE(1, 4)
head.writeUInt16LE(1, 10)
head.writeUInt16LE(32, 12)
head.writeUInt32LE(png.length, 14)
head.writeUInt32LE(22, 18)
if (format === 'ico') writeFileSync(out + '/icon.ico', Buffer.concat([head, png]))
else writeFileSync(out + (format === 'set' ? '/512x512.png' : '/icon.icns'), png)
`
