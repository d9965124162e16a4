import { sampleProduct } from '../../helpers/sample-council.ts'
import { command, type Act, type Stage } from '../act.ts'

/** A backup asked for, a change, the backup restored, and the restore undone. */
export async function* keepAndRestore({ client, audit }: Stage): AsyncGenerator<Act, void> {
  const ofBackup = audit()
  yield { phase: 'backups.make', sends: [() => client.backups.make()], tells: [] }
  // The newest one: nothing is asked of the file in between.
  const backup = (await client.backups.list()).find(({ place }) => place === 'own')
  const fields = sampleProduct(9)
  yield command('products.save', () => client.products.save({ fields }))
  const present = audit()
  yield command('workspace.restore', () => client.backups.restore({ id: backup?.id ?? '' }), {
    audit: [...ofBackup, 'workspace.restore'],
  })
  const aside = (await client.backups.list()).find(({ place }) => place === 'aside')
  yield {
    phase: 'workspace.restore undone',
    sends: [() => client.backups.restore({ id: aside?.id ?? '' })],
    tells: [],
    audit: present,
  }
}
