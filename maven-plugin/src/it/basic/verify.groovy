import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

// The first build compiled the application against what was generated, without a warning.
def project = new WholeProject(basedir, localRepositoryPath)
requireEqual('Notes by Ada, PLANNED\n', project.java('com.example.Main'))

def java = 'target/generated-sources/rowloom/com/example/db/'
def migration = 'src/main/resources/db/migration/sqlite/001_initial_schema.sql'
def first = project.generated()
['Author', 'NewAuthor', 'AuthorDao', 'Book', 'NewBook', 'BookDao', 'LibraryDatabase', 'LibraryTables', 'LibraryMigrations'].each {
    require(first.containsKey(java + it + '.java'), "no $it")
}
[migration, 'docs/database.md', 'src/main/rowloom/rowloom-model.schema.json'].each {
    require(first.containsKey(it), "no $it")
}
require(project.exists('target/classes/db/migration/sqlite/001_initial_schema.sql'), 'the migration is not among the resources')
first.each { path, text ->
    require(!text.contains(basedir.path), "$path names the folder of the project")
    require(!text.contains('\r'), "$path has other line ends")
}

// Nothing changed: nothing is written and the compiler has nothing to do.
def unchanged = project.mvn('compile')
requireEqual([], touched(first, project.generated()))
require(unchanged.log().contains('Nothing changed'), unchanged.log())
require(unchanged.log().contains('Nothing to compile'), unchanged.log())

// A second run from nothing gives the same bytes.
project.delete('target', 'docs', 'src/main/resources', 'src/main/rowloom/rowloom-model.schema.json')
project.mvn('generate-sources')
requireEqual(texts(first), texts(project.generated()))

// A checkout with other line ends is no change of a migration, and files that are right stay as they are.
project.write(migration, project.read(migration).replace('\n', '\r\n'))
def checkout = project.generated()
project.mvn('generate-sources')
requireEqual([], touched(checkout, project.generated()))
