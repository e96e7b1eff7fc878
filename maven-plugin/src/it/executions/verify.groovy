import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

def project = new WholeProject(basedir, localRepositoryPath)
['shop/OrderDao', 'audit/EventDao'].each {
    require(project.exists("target/classes/com/example/${it}.class"), "no $it")
}
['docs/shop.md', 'docs/audit.md', 'rowloom-model.schema.json', 'audit/rowloom-model.schema.json'].each {
    require(project.exists(it), "no $it")
}

// Each knows its own state.
def before = project.generated()
def unchanged = project.mvn('generate-sources')
require(unchanged.log().count('Nothing changed') == 2, unchanged.log())
requireEqual([], touched(before, project.generated()))

// Two that write to one file are told so, by the second's failure and before it writes.
def clash = project.tryMvn('generate-sources', '-Daudit.docs=docs/shop.md')
require(!clash.succeeded(), 'two executions wrote to one file')
require(
        clash.errors().contains("docs/shop.md: error[output-clash]: execution 'shop' of executions writes to this file too"),
        clash.errors())
requireEqual([], touched(before, project.generated()))
