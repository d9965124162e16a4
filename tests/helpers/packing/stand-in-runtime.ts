import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** Before the fuses in every Electron binary; the wire's version, its length and a byte a fuse follow. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/**
 * A folder such as Electron's release for the platform, with what electron-builder touches of it and no program: a
 * binary with fuses as they leave Electron, licences, languages, on Windows resources, on macOS property lists.
 */
export function makeStandInRuntime(folder: string, platform: NodeJS.Platform): void {
  const write = (path: string, content: string | Buffer = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content, { mode: 0o755 })
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) write(name, name)
  if (platform === 'darwin') writeMac(write)
  else {
    for (const language of ['vi', 'en-US', 'fr']) write(`locales/${language}.pak`)
    write('resources/.keep')
    write(platform === 'win32' ? 'electron.exe' : 'electron', platform === 'win32' ? windowsBinary() : fuses())
    if (platform === 'linux') write('chrome-sandbox')
  }
}

function fuses(): Buffer {
  return Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 8]), Buffer.from('10110010')])
}

function windowsBinary(): Buffer {
  const binary = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(binary)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 0x0409, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(binary)
  binary.setExtraData(new Uint8Array(fuses()).buffer)
  return Buffer.from(binary.generate())
}

function writeMac(write: (path: string, content?: string | Buffer) => void): void {
  const contents = 'Electron.app/Contents'
  write(`${contents}/Info.plist`, plist)
  write(`${contents}/MacOS/Electron`)
  write(`${contents}/Resources/electron.icns`)
  write(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, fuses())
  for (const language of ['vi', 'en', 'fr']) {
    write(`${contents}/Resources/${language}.lproj/locale.pak`)
    write(`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/${language}.lproj/locale.pak`)
  }
  for (const suffix of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `${contents}/Frameworks/Electron Helper${suffix}.app/Contents`
    write(`${helper}/Info.plist`, plist)
    write(`${helper}/MacOS/Electron Helper${suffix}`)
  }
}

const plist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleName</key><string>Electron</string></dict></plist>
`
