package com.example;

import com.example.shop.Customer;
import com.example.shop.NewCustomer;
import com.example.shop.ShopDatabase;
import java.nio.file.Path;

/** The application: opens a database that goals of the plugin have made and migrated. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try (ShopDatabase database = ShopDatabase.open(Path.of("target", "dev.db"))) {
            database.customers().insert(NewCustomer.builder().name("Ada").build());
            for (Customer customer : database.customers().list(10)) {
                System.out.println(customer.name());
            }
            System.out.println(database.sqlSession().migrator().status().pending());
        }
    }
}
