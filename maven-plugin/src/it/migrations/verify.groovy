import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

// The story of docs/migrations.md, command by command.
def project = new WholeProject(basedir, localRepositoryPath)
def model = 'src/main/rowloom/shop.yaml'
def folder = 'src/main/resources/db/migration/sqlite/'
def lock = folder + 'rowloom.lock.yaml'

// The first release.
project.mvn('rowloom:seal')
require(project.read(lock).contains('{number: 1, name: initial_schema, checksum: "v1:'), project.read(lock))
project.mvn('generate-sources')

// A change of the model is a draft, which follows the model.
project.edit(model, 'name: text\n', 'name: text\n      city: {type: text, default: unknown}\n')
def diff = project.mvn('rowloom:diff')
require(diff.log().contains('customers: add column city'), diff.log())
require(!project.exists(folder + '002_add_city_to_customers.sql'), 'diff wrote a file')
def stale = project.tryMvn('rowloom:check')
require(!stale.succeeded() && stale.errors().contains('error[migration-stale]'), stale.errors())
project.mvn('generate-sources')
require(project.read(folder + '002_add_city_to_customers.sql').contains('ALTER TABLE "customers" ADD COLUMN "city"'), 'no draft')
require(project.read(folder + '002_add_city_to_customers.down.sql').contains('DROP COLUMN "city"'), 'no way back')
project.mvn('rowloom:check')

// What destroys data has to be accepted, and the acceptance is written down.
project.edit(model, '      content: text\n', '')
def refused = project.tryMvn('generate-sources')
require(!refused.succeeded() && refused.errors().contains('error[drop-column]: notes.content'), refused.errors())
project.mvn('generate-sources', '-Drowloom.acknowledge=drop-column:notes.content')
project.mvn('generate-sources')
def draft = folder + '002_add_city_to_customers_and_drop_content_from_notes.sql'
require(project.read(draft).contains('-- Acknowledged: drop-column:notes.content'), project.read(draft))
require(!project.exists(folder + '002_add_city_to_customers.sql'), 'the former draft is still there')
project.mvn('rowloom:seal', '-Drowloom.name=cities')
require(project.exists(folder + '002_cities.sql') && !project.exists(draft), 'the draft was not renamed')

// SQL of one's own.
project.mvn('rowloom:migration', '-Drowloom.name=trim names')
project.write(folder + '003_trim_names.sql', "UPDATE customers SET name = trim(name);\n")
project.mvn('verify', '-DskipTests')
project.mvn('rowloom:seal')
project.mvn('generate-sources')

// A sealed migration must not change.
def sealed = project.read(folder + '002_cities.sql')
project.write(folder + '002_cities.sql', sealed + '-- more\n')
def changed = project.tryMvn('generate-sources')
require(!changed.succeeded() && changed.errors().contains('002_cities.sql:1:1: error[sealed-changed]'), changed.errors())
project.write(folder + '002_cities.sql', sealed)

// Two branches sealed number 004: this one added a street, the other a telephone number.
project.edit(model, '      city:', '      street: text?\n      city:')
project.mvn('generate-sources')
project.mvn('rowloom:seal')
def ours = project.read(lock)
project.write(folder + '004_telephone.sql', 'ALTER TABLE "customers" ADD COLUMN "telephone" TEXT;\n')
def line = ours.readLines().last()
def theirs = "- {number: 4, name: telephone, checksum: \"${io.rowloom.generator.migration.Checksum.of(project.read(folder + '004_telephone.sql'))}\"}"
project.write(lock, ours.replace(line, "<<<<<<< ours\n$theirs\n=======\n$line\n>>>>>>> theirs"))
project.edit(model, '      street:', '      telephone: text?\n      street:')
def conflict = project.tryMvn('generate-sources')
require(!conflict.succeeded() && conflict.errors().contains('a merge conflict'), conflict.errors())
project.mvn('rowloom:rebase')
project.mvn('generate-sources')
require(project.exists(folder + '005_add_street_to_customers.sql'), 'the street is gone')
def last = project.mvn('verify', '-DskipTests')
require(last.log().contains('nothing sealed was changed'), last.log())
