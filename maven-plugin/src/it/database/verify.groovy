import static io.rowloom.maven.WholeProject.*

import io.rowloom.maven.WholeProject

// Goals on a database, with the files of the project; the application then finds its database as it wants it.
def project = new WholeProject(basedir, localRepositoryPath)
def model = 'src/main/rowloom/shop.yaml'
def url = '-Drowloom.url=jdbc:sqlite:target/dev.db'

def sql = { String file, String statement ->
    def connection = org.sqlite.JDBC.createConnection("jdbc:sqlite:${new File(basedir, file)}", new Properties())
    try {
        connection.createStatement().execute(statement)
    } finally {
        connection.close()
    }
}
def shows = { run, String line -> require(run.log().contains(line), "no line '$line' in\n" + run.log()) }
def refuses = { String line, String... arguments ->
    def run = project.tryMvn(arguments)
    require(!run.succeeded() && run.errors().contains(line), "no error '$line' in\n" + run.log())
    require(!run.log().contains('\tat '), 'a stack trace:\n' + run.log())
}

refuses('error[database-url]: jdbc:h2:x is not a URL of SQLite', 'rowloom:migrate', '-Drowloom.url=jdbc:h2:x')
refuses('error[database-url]: no database was named\n    write -Drowloom.url=jdbc:sqlite:path/to/file.db', 'rowloom:status')
refuses('error[database-url]: there is no database target/dev.db', 'rowloom:status', url)

// migrate, as the application does, with the draft.
def first = project.mvn('rowloom:migrate', url)
shows(first, '[WARNING] 001_initial_schema is a draft; seal it before a release')
shows(first, '[INFO] Applied: 001_initial_schema (')
shows(first, '[INFO] the database is at 001_initial_schema: target/dev.db')
requireEqual('Ada\n[]\n', project.java('com.example.Main'))
refuses('001_initial_schema is a draft, and drafts are refused', 'rowloom:migrate', '-Drowloom.url=jdbc:sqlite:target/new.db', '-Drowloom.drafts=refuse')
refuses("rowloom.drafts is 'never'", 'rowloom:migrate', url, '-Drowloom.drafts=never')

// A change: pending, tried, applied with a backup, undone again.
project.mvn('rowloom:seal')
project.edit(model, 'name: text\n', 'name: text\n      city: {type: text, default: unknown}\n')
project.mvn('compile')
def status = project.mvn('rowloom:status', url)
shows(status, '002_add_city_to_customers  pending')
shows(status, 'At 001_initial_schema, 1 pending: target/dev.db')
shows(project.mvn('rowloom:migrate', url, '-Drowloom.dryRun'), 'Applied, to try it: 002_add_city_to_customers')
shows(project.mvn('rowloom:migrate', url, '-Drowloom.backup=target/before.db'), 'Applied: 002_add_city_to_customers')
require(project.exists('target/before.db'), 'no backup')
shows(project.mvn('rowloom:validate', url), 'Valid, 0 pending: target/dev.db')
requireEqual('Ada\nAda\n[]\n', project.java('com.example.Main'))
shows(project.mvn('rowloom:rollback', url), 'Undone: 002_add_city_to_customers')
shows(project.mvn('rowloom:status', url), '002_add_city_to_customers  pending')

// Somebody changes the database by other means.
sql('target/dev.db', 'ALTER TABLE notes ADD COLUMN colour TEXT')
refuses('target/dev.db: table notes was changed by other means: the database has column colour, which no migration made', 'rowloom:validate', url)

// push: a scratch database without migrations.
def scratch = '-Drowloom.url=jdbc:sqlite:target/scratch.db'
shows(project.mvn('rowloom:push', scratch), 'Done, the database is as the model says: target/scratch.db')
sql('target/scratch.db', "INSERT INTO customers (name, city) VALUES ('Ada', 'London')")
project.edit(model, '      city: {type: text, default: unknown}\n', '')
refuses('error[drop-column]: customers.city', 'rowloom:push', scratch)
shows(project.mvn('rowloom:push', scratch, '-Drowloom.acknowledge=drop-column:customers.city'), 'customers: drop column city')
shows(project.mvn('rowloom:push', scratch), 'Nothing to do')
refuses('error[database-history]: target/dev.db', 'rowloom:push', url)
