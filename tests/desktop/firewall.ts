import { execFileSync } from 'node:child_process'
import { loginName, run } from './helpers/person.ts'
import { refusedPackets } from './helpers/refused-packets.ts'

// On Linux the kernel itself is the witness: `close` refuses the person every packet that would leave the machine, and
// every question for a name; `verdict` fails where there was one.

const uid = Number(execFileSync('id', ['-u', loginName('linux')], { encoding: 'utf8' }))
const owner = ['-m', 'owner', '--uid-owner', `${uid}`, '-j', 'REJECT']
const rules = [
  ['!', '-o', 'lo', ...owner],
  ...['udp', 'tcp'].map((protocol) => ['-o', 'lo', '-p', protocol, '--dport', '53', ...owner]),
]

if (process.argv[2] === 'close') {
  for (const tables of ['iptables', 'ip6tables']) {
    for (const rule of rules) run({ command: 'sudo', args: [tables, '-A', 'OUTPUT', ...rule] })
  }
} else {
  for (const tables of ['iptables-save', 'ip6tables-save']) {
    const saved = execFileSync('sudo', [tables, '-c'], { encoding: 'utf8' })
    const refused = refusedPackets(saved, uid)
    console.log(`${tables}: ${refused} packets refused`)
    if (refused > 0) throw new Error(`something tried to leave the machine\n${saved}`)
  }
}
