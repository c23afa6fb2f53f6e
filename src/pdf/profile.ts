import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

// Where a profile has not seen this version, LibreOffice tests at its start how it draws on a screen, which takes five
// of its six seconds (runGraphicsRenderTests in its desktop/source/app/app.cxx). It is told of a later one than its own.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>9999.9</value></prop></item>
</oor:items>
`

/**
 * Makes a profile of LibreOffice for a run that shows nothing on a screen.
 *
 * @param folder  where it is made, with the folders above it
 * @throws Error  of the disk
 */
export async function makeProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'user'), {recursive: true})
  await writeFile(join(folder, 'user/registrymodifications.xcu'), settings)
}
