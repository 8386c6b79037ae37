int before;
import somewhere;
