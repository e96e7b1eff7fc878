import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

// The first build ran both modules at a time. Paths are those of the module, not of the folder where Maven was started.
def log = new File(basedir, 'build.log').text
require(!log.contains('not marked as thread-safe'), log)
def project = new WholeProject(basedir, localRepositoryPath)
['orders', 'stock'].each {
    require(project.exists("$it/target/classes/com/example/$it/ItemDao.class"), "no classes in $it")
    require(project.exists("$it/docs/database.md"), "no document in $it")
    require(project.read("$it/docs/database.md").contains("src/main/rowloom"), 'the model is not named relative to its module')
}
requireEqual(['orders', 'stock'] as Set, basedir.list().findAll { new File(basedir, it).isDirectory() && !(it in ['target', '.mvn']) } as Set)
def unchanged = project.mvn('-T2', 'generate-sources')
require(unchanged.log().count('Nothing changed') == 2, unchanged.log())

// A configuration that sends both modules to one file is a mistake.
def clash = project.tryMvn('generate-sources', "-Drowloom.docs=$basedir/both.md")
require(!clash.succeeded() && clash.errors().contains("execution 'default' of orders writes to this file too"), clash.errors())
